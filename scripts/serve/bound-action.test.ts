import { createServer, type IncomingMessage, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { isCostlyAction, MAX_ACTION_VALUES } from "./bound-action";

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const undo of cleanups.splice(0)) undo();
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Sends a body in pieces. @returns whether it was found costly, and what could still be read of it */
async function post(
  pieces: readonly string[],
  contentType: string,
): Promise<{ costly: boolean; body: string }> {
  const server = createServer(async (request, response) => {
    const costly = await isCostlyAction(request);
    response.end(JSON.stringify({ costly, body: await bodyOf(request) }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanups.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const length = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
    const client = send(
      {
        port,
        host: "127.0.0.1",
        method: "POST",
        headers: { "content-type": contentType, "content-length": length },
      },
      async (response) => resolve(JSON.parse(await bodyOf(response))),
    );
    client.once("error", reject);
    const write = (index: number) => {
      const piece = pieces[index];
      if (piece === undefined) return client.end();
      client.write(piece, () => setImmediate(write, index + 1));
    };
    write(0);
  });
}

const many = JSON.stringify([Array.from({ length: MAX_ACTION_VALUES }, () => 0)]);
const part = (name: string, value: string, rest = "") =>
  `--b\r\ncontent-disposition: form-data; name="${name}"${rest}\r\n\r\n${value}\r\n`;

test.each<[string, string[], string, boolean]>([
  ["nothing", [], "text/plain", false],
  ["a few values, in pieces", ['[{"a":', '1,"ä', '":2}]'], "text/plain;charset=UTF-8", false],
  ["a long text with signs", [JSON.stringify(["[,:{".repeat(MAX_ACTION_VALUES)])], "text/plain", false],
  ["many values", [many], "text/plain", true],
  ["many values, in pieces", [many.slice(0, 100_000), many.slice(100_000)], "text/plain", true],
  [
    "a form with few",
    [part("0", '["$K1"]'), part("1_a", "b"), "--b--\r\n"],
    "multipart/form-data; boundary=b",
    false,
  ],
  [
    "a form with many in its second part",
    [part("1", "[]"), part("0", many), "--b--\r\n"],
    "multipart/form-data; boundary=b",
    true,
  ],
  [
    "a form with many over its parts",
    [part("1", many.slice(0, 200_000)), part("0", many.slice(0, 200_000)), "--b--\r\n"],
    'multipart/form-data; boundary="b"',
    true,
  ],
  [
    "a file with many",
    [part("1_f", many, '; filename="data.json"'), part("0", "[]"), "--b--\r\n"],
    "multipart/form-data; boundary=b",
    false,
  ],
  [
    "a form of very many parts",
    [part("x", "").repeat(2_000), "--b--\r\n"],
    "multipart/form-data; boundary=b",
    true,
  ],
])("%s", async (_, pieces, contentType, costly) => {
  const answer = await post(pieces, contentType);
  expect(answer.costly).toBe(costly);
  expect(answer.body === pieces.join("")).toBe(true);
});

test("a body that does not come to its end is an error, not a request that waits forever", async () => {
  const failed = new Promise<unknown>((resolve) => {
    const server = createServer((request) => isCostlyAction(request).catch(resolve));
    server.listen(0, "127.0.0.1", () => {
      cleanups.push(() => server.close());
      const { port } = server.address() as AddressInfo;
      const client = send({ port, host: "127.0.0.1", method: "POST", headers: { "content-length": 100 } });
      client.once("error", () => undefined);
      client.write("abc", () => client.destroy());
    });
  });
  expect(await failed).toBeInstanceOf(Error);
});
