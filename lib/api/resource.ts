import type { Endpoint, Handler } from "./endpoint";
import { problemResponse, SAFE_HEADERS } from "./problem";
import { acceptedTypes } from "./read-body";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

type Methods = Record<(typeof METHODS)[number] | "OPTIONS", Handler>;

/** Handlers for every method of an address: its own, and 405 for the others. */
export function resource(...endpoints: Endpoint[]): Methods {
  const handlers = new Map<string, Handler>(
    endpoints.map(({ operation, handle }) => [operation.method, handle]),
  );
  const allow = [...handlers.keys(), ...(handlers.has("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const refuse: Handler = async () => problemResponse({ problem: "method-not-allowed", headers: { allow } });
  const posted = endpoints.find(({ operation }) => operation.method === "POST")?.operation.body;
  // Linked Data Platform 1.0, section 7.1.
  const accepts: Record<string, string> = posted ? { "accept-post": acceptedTypes(posted).join(", ") } : {};
  // Without CORS headers: pages of other sites must not call the API.
  const options: Handler = async () =>
    new Response(null, { status: 204, headers: { ...SAFE_HEADERS, allow, ...accepts } });
  return {
    ...(Object.fromEntries(METHODS.map((method) => [method, handlers.get(method) ?? refuse])) as Omit<
      Methods,
      "OPTIONS"
    >),
    OPTIONS: options,
  };
}
