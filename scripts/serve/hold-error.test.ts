import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { type HeldError, holdError } from "./hold-error";

/** What a client gets from a server that holds back 404 and 500. */
async function answerOf(
  application: RequestListener,
  onError: (held: HeldError, ...rest: Parameters<RequestListener>) => void,
) {
  const server = createServer((request, response) => {
    holdError(response, [404, 500], (held) => onError(held, request, response));
    application(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return { status: response.status, type: response.headers.get("x-type"), text: await response.text() };
  } finally {
    server.close();
  }
}

const failing: RequestListener = (_, response) => {
  response.setHeader("x-type", "original");
  response.writeHead(500);
  response.writeHead(500);
  response.write("It ");
  response.end("failed");
};

it("sends other answers as they are written", async () => {
  const application: RequestListener = (_, response) => {
    response.setHeader("x-type", "page");
    response.flushHeaders();
    response.write("a ");
    response.end("page");
  };
  const answer = await answerOf(application, () => expect.unreachable());
  expect(answer).toEqual({ status: 200, type: "page", text: "a page" });
});

it("releases a held answer as it was", async () => {
  const answer = await answerOf(failing, (held) => held.release());
  expect(answer).toEqual({ status: 500, type: "original", text: "It failed" });
});

it("sends another answer instead", async () => {
  const answer = await answerOf(failing, (held, _, response) => {
    held.drop();
    response.writeHead(503).end("Later");
  });
  expect(answer).toEqual({ status: 503, type: null, text: "Later" });
});

it("holds an answer that is written without writeHead", async () => {
  const application: RequestListener = (_, response) => {
    response.statusCode = 404;
    response.flushHeaders();
    response.write("not ");
    response.end("found");
  };
  const answer = await answerOf(application, (held, _, response) => {
    expect(held.status).toBe(404);
    held.drop();
    response.end("held");
  });
  expect(answer).toEqual({ status: 200, type: null, text: "held" });
});

it("takes over from an application that does not answer, and ignores what it writes later", async () => {
  const server = createServer((_, response) => {
    response.setHeader("x-type", "page");
    const { takeOver } = holdError(response, [500], () => expect.unreachable());
    takeOver(() => response.writeHead(503).end("Later"));
    response.setHeader("x-type", "late page");
    response.writeHead(200);
    response.write("late ");
    response.end("page");
    takeOver(() => expect.unreachable());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect([response.status, response.headers.get("x-type"), await response.text()]).toEqual([
      503,
      null,
      "Later",
    ]);
  } finally {
    server.close();
  }
});
