// Follows the cells of a running page: which have answered, and what each displays.

/** What Framework's client is given for a cell, as far as it matters here. */
export interface Cell {
  readonly id: string;
  readonly body: (...inputs: readonly unknown[]) => unknown;
}

type Define = (cell: Cell) => void;

/** A cell's place: a comment that Framework displays before, and the nodes displayed there. */
export interface Root extends Comment {
  _nodes?: readonly ChildNode[];
}

/** The cells of one page. */
export class Cells {
  readonly #defined = new Set<string>();
  readonly #answered = new Set<string>();
  #fault: {readonly id: string; readonly reason: unknown} | undefined;

  /** Framework's `define`, with every answer noted. */
  follow(define: Define): Define {
    return (cell) => {
      this.#defined.add(cell.id);
      const body = (...inputs: readonly unknown[]): unknown => {
        try {
          const answer = cell.body(...inputs);
          void Promise.resolve(answer).then(
            () => this.#answered.add(cell.id),
            (reason: unknown) => this.#fail(cell.id, reason)
          );
          return answer;
        } catch (reason) {
          this.#fail(cell.id, reason);
          throw reason;
        }
      };
      define({...cell, body});
    };
  }

  #fail(id: string, reason: unknown): void {
    this.#fault ??= {id, reason};
  }

  /** Whether every cell has answered. */
  get done(): boolean {
    return this.#answered.size === this.#defined.size;
  }

  /** What is wrong, as the end of a sentence about the page; undefined when nothing is. */
  fault(document: Document, {late}: {late: boolean}): string | undefined {
    if (this.#fault) {
      const {id, reason} = this.#fault;
      const message = reason instanceof Error ? reason.message : String(reason);
      return `${place(document, id)} fails: ${message}`;
    }
    const silent = [...this.#defined].find((id) => !this.#answered.has(id));
    return late && silent !== undefined ? `${place(document, silent)} has not answered` : undefined;
  }
}

/** The places of all cells of `document`, by cell. */
export function findRoots(document: Document): ReadonlyMap<string, Root> {
  const roots = new Map<string, Root>();
  const comments = document.createNodeIterator(document.body, 128);
  for (let node = comments.nextNode(); node; node = comments.nextNode()) {
    const id = /^:([0-9a-f]{8}(?:-\d+)?):$/.exec((node as Comment).data)?.[1];
    if (id !== undefined) roots.set(id, node as Root);
  }
  return roots;
}

/** "its cell 1a2b3c4d, under “Which claims survive”,". */
function place(document: Document, id: string): string {
  const root = findRoots(document).get(id);
  const before = [...document.querySelectorAll("#observablehq-main :is(h1, h2)")].filter(
    (heading) => root && heading.compareDocumentPosition(root) & 4
  );
  const heading = before.at(-1)?.textContent.trim();
  return heading ? `cell ${id}, under \u201c${heading}\u201d,` : `cell ${id}, at its top,`;
}
