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
    await server.connect(new StdioServerTransport());
    await ended;
    await server.close();
  });
}
