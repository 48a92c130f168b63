// What the house forbids, beyond what the compiler does (see ARCHITECTURE.md).
import js from "@eslint/js";
import {defineConfig, globalIgnores} from "eslint/config";
import tseslint from "typescript-eslint";

const nodeGlobals = Object.fromEntries(
  [
    "AbortController",
    "Buffer",
    "TextDecoder",
    "TextEncoder",
    "URL",
    "clearInterval",
    "clearTimeout",
    "console",
    "fetch",
    "performance",
    "process",
    "setInterval",
    "setTimeout"
  ].map((name) => [name, "readonly"])
);

const throughTheDoor = {
  regex: "(^|/)engine/(?!(index|types|error)\\.js$)",
  message: "The engine has one door: import from engine/index.js."
};

const typesOnly = {
  regex: "(^|/)engine/types\\.js$",
  allowTypeImports: true,
  message: "engine/types.js holds types only: use import type."
};

const sizes = (lines) => ({
  "max-lines": ["error", {max: lines}],
  "max-lines-per-function": ["error", {max: 60}]
});

const namedExports = {
  selector: "ExportDefaultDeclaration",
  message: "Export by name, so that a thing has one name everywhere."
};

const throughError = {
  selector: "ThrowStatement",
  message: "Wrong input is raised by error() of engine/error.ts; numerical trouble is data."
};

export default defineConfig(
  globalIgnores(["**/node_modules", "dist", "docs", "coverage", "bench/results"]),
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {project: "tsconfig.json", tsconfigRootDir: import.meta.dirname}
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", {ignoreArrowShorthand: true}],
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        {allowConstantLoopConditions: "only-allowed-literals"}
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        {argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true}
      ],
      // A kernel walks several arrays by one index; an index is then the clearer loop.
      "@typescript-eslint/prefer-for-of": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", {allowNumber: true}]
    }
  },
  {
    files: ["**/*.{js,mjs}", "bin/poolhouse"],
    languageOptions: {ecmaVersion: 2024, globals: nodeGlobals}
  },
  {
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "object-shorthand": "error"
    }
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/**/*.d.ts"],
    rules: {
      ...sizes(200),
      "id-denylist": ["error", "arr", "data2", "obj", "res", "tmp", "val"],
      "no-restricted-syntax": ["error", namedExports]
    }
  },
  {
    files: ["tools/**/*.{ts,mjs}", "bench/**/*.ts"],
    rules: sizes(200)
  },
  {
    files: ["src/{data,live,cli,vendor}/**/*.ts", "tools/**/*.ts", "bench/**/*.ts"],
    rules: {
      "@typescript-eslint/no-restricted-imports": ["error", {patterns: [throughTheDoor, typesOnly]}]
    }
  },
  {
    files: ["src/engine/**/*.ts"],
    rules: {
      "no-console": "error",
      "no-restricted-globals": [
        "error",
        {name: "Date", message: "The engine has no clock; times are passed in."},
        {name: "performance", message: "The engine has no clock; times are passed in."}
      ],
      "no-restricted-properties": [
        "error",
        {object: "Math", property: "random", message: "Randomness is an argument: a Generator."},
        {object: "Date", property: "now", message: "The engine has no clock; times are passed in."}
      ],
      "no-restricted-syntax": ["error", namedExports, throughError]
    }
  },
  {
    files: ["src/engine/error.ts"],
    rules: {"no-restricted-syntax": ["error", namedExports]}
  },
  {
    files: ["src/components/**/*.ts"],
    rules: {
      ...sizes(120),
      "no-console": "error",
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "(^|/)engine/",
              message: "Components know columns, not the engine; docs/*.md join the two."
            }
          ]
        }
      ]
    }
  },
  {
    files: ["tests/**/*.ts"],
    rules: {
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/no-non-null-assertion": "off"
    }
  }
);
