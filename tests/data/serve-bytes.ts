// A local web server that sends bytes, well or badly, and remembers what it was asked.
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";

/** How to answer one request. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A running server. */
export interface ByteServer {
  readonly url: string;
  /** The `Range` header of each request so far, or an empty text. */
  readonly ranges: readonly string[];
  close(): Promise<void>;
}

/** Starts a server that gives the first request the first answer, and so on; the last one repeats. */
export async function serveBytes(...answers: readonly Answer[]): Promise<ByteServer> {
  const ranges: string[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(ranges.length, answers.length - 1)];
    ranges.push(request.headers.range ?? "");
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/file.dta`,
    ranges,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

/** Sends the file, or the rest of it when a range is asked for. */
export function sendRest(bytes: Uint8Array): Answer {
  return (request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    if (start >= bytes.length) {
      response.writeHead(416).end();
      return;
    }
    if (start > 0) {
      response.writeHead(206, {
        "content-range": `bytes ${start}-${bytes.length - 1}/${bytes.length}`
      });
    }
    response.end(bytes.subarray(start));
  };
}

/** Sends the whole file whatever is asked for. */
export function sendAll(bytes: Uint8Array): Answer {
  return (_, response) => response.end(bytes);
}

/** Promises the file, sends its first `count` bytes and breaks the connection after `signal`. */
export function breakAfter(bytes: Uint8Array, count: number, signal = Promise.resolve()): Answer {
  return (_, response) => {
    response.writeHead(200, {"content-length": bytes.length});
    response.write(bytes.subarray(0, count));
    void signal.then(() => response.destroy());
  };
}

/** Sends the first `count` bytes, then nothing more. */
export function stallAfter(bytes: Uint8Array, count: number): Answer {
  return (_, response) => {
    response.writeHead(200, {"content-length": bytes.length});
    response.write(bytes.subarray(0, count));
  };
}

/** Answers with a status and no file. */
export function sendStatus(status: number): Answer {
  return (_, response) => response.writeHead(status).end("no file here");
}
