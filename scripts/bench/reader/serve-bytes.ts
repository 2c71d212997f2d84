import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface StaticFile {
  type: string;
  bytes: Buffer;
  /** Whether the bytes are Brotli. */
  isCompressed: boolean;
}

/** The peer: a bare `node:http` server that sends files from memory. @returns its address */
export async function serveBytes(
  files: ReadonlyMap<string, StaticFile>,
): Promise<{ address: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const file = files.get((request.url ?? "").split("?", 1)[0] ?? "");
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": file.type,
      "content-length": file.bytes.length,
      ...(file.isCompressed && { "content-encoding": "br" }),
    });
    response.end(file.bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
