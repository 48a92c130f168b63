// What Framework offers to modules of a page; it ships no types of its own.

declare module "observablehq:stdlib" {
  export interface File {
    readonly name: string;
    readonly href: string;
    readonly size: number;
    url(): Promise<string>;
    text(): Promise<string>;
    json(): Promise<unknown>;
    arrayBuffer(): Promise<ArrayBuffer>;
  }

  /** A file beside the module, named by a literal so that Framework can find and hash it. */
  export function FileAttachment(name: string): File;
}
