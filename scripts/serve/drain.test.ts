import { Agent, createServer, get, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { drain } from "./drain";

async function listen(onRequest: (response: ServerResponse) => void) {
  const server = createServer((_, response) => onRequest(response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const agent = new Agent({ keepAlive: true });
  const ask = () =>
    new Promise<string | null>((resolve) => {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo | null)?.port ?? port}`;
      get(url, { agent }, (response) => {
        let text = "";
        response.on("data", (data) => {
          text += data;
        });
        response.on("end", () => resolve(text));
        response.on("error", () => resolve(null));
      }).on("error", () => resolve(null));
    });
  const { port } = server.address() as AddressInfo;
  return { server, ask };
}

it("answers what is open, closes idle connections and refuses new ones", async () => {
  let finish: () => void = () => undefined;
  let slow = false;
  const { server, ask } = await listen((response) => {
    if (!slow) response.end("quick");
    else finish = () => response.end("slow");
  });
  expect(await ask()).toBe("quick");
  slow = true;
  const open = ask();
  await expect.poll(() => finish.length === 0 && String(finish).includes("slow")).toBe(true);
  const drained = drain(server, 20_000);
  finish();
  expect(await open).toBe("slow");
  expect(await drained).toBe(true);
  expect(await ask()).toBeNull();
});

it("cuts off what is still open after the limit", async () => {
  let asked = false;
  const { server, ask } = await listen(() => {
    asked = true;
  });
  const open = ask();
  await expect.poll(() => asked).toBe(true);
  expect(await drain(server, 10)).toBe(false);
  expect(await open).toBeNull();
});
