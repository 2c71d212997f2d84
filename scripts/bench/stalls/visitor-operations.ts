import type { DeskClient } from "./desk-client";
import type { StallOperation } from "./stall-operation";

/** The longest that the forms of readers and the endpoint for programs accept. */
const MAX_BODY = 64 * 1024;

/** What anyone can send who has no account, each with its worst input. */
export function visitorOperations(): StallOperation[] {
  const search = (name: string, q: string): StallOperation => ({
    name: `reader: search for ${name}`,
    expected: [200],
    alone: true,
    run: (client) => client.read(`/search?q=${encodeURIComponent(q)}`),
  });
  const contact = (name: string, fields: Record<string, string>, expected = [422]): StallOperation => ({
    name: `reader: contact form with ${name}`,
    expected,
    alone: true,
    run: (client) =>
      client.visit("/contact/send", {
        type: "application/x-www-form-urlencoded",
        text: new URLSearchParams({ stamp: "none", ...fields }).toString(),
      }),
  });
  const call = (name: string, text: () => string, expected: number[]): StallOperation => ({
    name: `MCP: ${name}`,
    expected,
    alone: true,
    run: (client) => client.visit("/mcp", { type: "application/json", text: text() }),
  });
  const tool = (input: object) =>
    JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name: "search_claims", arguments: input },
    });
  return [
    search("200 frequent words", "says the of and to rose report figures ".repeat(25)),
    search("600 Chinese characters", "贸易增长".repeat(150)),
    search("10,000 characters without a space", "release".repeat(1_430).slice(0, 8_000)),
    search("2,000 excluded words", "-a ".repeat(2_000)),
    contact("a message of 60 KB", { message: "a ".repeat(30_000), name: "A", email: "a@b.example" }),
    contact("a message of quotation marks", {
      message: '<&"'.repeat(6_000),
      name: "A",
      email: "a@b.example",
    }),
    contact("an address of 60 KB", { message: "Hello", email: `${"a.".repeat(30_000)}@b.example` }),
    contact(
      "9,000 fields",
      Object.fromEntries(Array.from({ length: 9_000 }, (_, n) => [`f${n}`, ""])),
      [413, 422],
    ),
    call(
      "search for 200 characters",
      () => tool({ query: "says the of and to rose ".repeat(9).slice(0, 200) }),
      [200],
    ),
    call("64 KB of brackets", () => "[".repeat(MAX_BODY), [400]),
    call(
      "a batch of 400 calls",
      () => `[${Array.from({ length: 400 }, () => tool({ query: "rose" })).join(",")}]`,
      [200, 400],
    ),
    call("a query of 60 KB", () => tool({ query: "a ".repeat(30_000) }), [200, 400]),
  ];
}

/** Forms of administrators, and files of the whole newsroom. */
export function newsroomOperations(): StallOperation[] {
  const today = new Date().toISOString().slice(0, 10);
  const before = new Date(Date.now() - 360 * 86_400_000).toISOString().slice(0, 10);
  const webhook = (name: string, input: () => object): StallOperation => ({
    name: `API: webhook with ${name}`,
    // Too large for a form, or refused by its fields.
    expected: [413, 422],
    alone: true,
    run: (client: DeskClient) => client.api("POST", "/webhooks", input()),
  });
  return [
    webhook("100,000 kinds", () => ({
      url: "https://example.org/",
      kinds: Array.from({ length: 100_000 }, () => "a"),
    })),
    webhook("an address of a megabyte", () => ({
      url: `https://${"a.".repeat(500_000)}example/`,
      kinds: [],
    })),
    ...(["json", "csv", "pdf"] as const).map(
      (format): StallOperation => ({
        name: `API: evidence pack as ${format}`,
        expected: [200],
        alone: true,
        run: (client) => client.report(`/evidence-packs?format=${format}&from=${before}&to=${today}`),
      }),
    ),
    {
      name: "desk: process figures",
      expected: [200],
      alone: true,
      run: (client) => client.desk(`/desk/figures?from=${before}&to=${today}`),
    },
  ];
}
