import {describe, expect, it} from "vitest";
import {byteFault} from "../../src/data/fingerprint.js";

// The sha256 of "abc" is the first example of FIPS 180-2, appendix B.
const abc = {
  bytes: 3,
  sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
};

describe("byteFault(bytes, fingerprint)", () => {
  it("is null for the declared bytes", () => {
    expect(byteFault(Buffer.from("abc"), abc)).toBeNull();
  });

  it("tells another length, or another hash", () => {
    expect(byteFault(Buffer.from("abcd"), abc)).toBe("4 bytes, not the 3 declared");
    expect(byteFault(Buffer.from("abd"), abc)).toMatch(
      /^sha256 \w{12}…, not the ba7816bf8f01… declared$/
    );
  });
});
