import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import type { Command } from "commander";
import { withDatabase } from "../with-database";

/** `mcp` */
export function addMcp(program: Command): void {
  program
    .command("mcp")
    .description(
      "answer a program that speaks the Model Context Protocol on standard input; published data only",
    )
    .action(serveMcp);
}

/** Serves until standard input ends. Nothing but messages may be written to standard output. */
async function serveMcp(): Promise<void> {
  await withDatabase(async () => {
    const { makeMcpServer } = await import("../../../lib/mcp/mcp-server");
    const { StdioServerTransport } = await import("@modelcontextprotocol/sdk/server/stdio.js");
    const server = makeMcpServer();
    const ended = new Promise<void>((resolve) => {
      process.stdin.once("end", resolve);
      process.stdin.once("close", resolve);
    });
    const transport = new StdioServerTransport();
    await server.connect(transport);
    const answered = watchAnswers(transport);
    await ended;
    // A program that pipes its requests in closes the input before they are answered.
    await answered();
    await server.close();
  });
}

/** Watches the requests of a connected transport. @returns what waits until each has its answer */
function watchAnswers(transport: Transport): () => Promise<void> {
  const waiting = new Set<string | number>();
  let settle: () => void = () => undefined;
  const { onmessage } = transport;
  transport.onmessage = (message, extra) => {
    if ("method" in message && "id" in message) waiting.add(message.id);
    // It gets no answer.
    if ("method" in message && message.method === "notifications/cancelled")
      waiting.delete(message.params?.requestId as string | number);
    onmessage?.(message, extra);
  };
  const send = transport.send.bind(transport);
  transport.send = async (message, options) => {
    await send(message, options);
    if (!("method" in message) && message.id !== undefined) waiting.delete(message.id);
    if (waiting.size === 0) settle();
  };
  return () =>
    new Promise((resolve) => {
      settle = resolve;
      if (waiting.size === 0) resolve();
    });
}
