import type { Endpoint, Handler } from "./endpoint";
import { problemResponse, SAFE_HEADERS } from "./problem";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

type Methods = Record<(typeof METHODS)[number] | "OPTIONS", Handler>;

/** Every method of an address: those that it has, and an answer to the others that names them. */
export function resource(...endpoints: Endpoint[]): Methods {
  const own = new Map<string, Handler>(endpoints.map(({ operation, handle }) => [operation.method, handle]));
  const allow = [...own.keys(), ...(own.has("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const refuse: Handler = async () => problemResponse({ problem: "method-not-allowed", headers: { allow } });
  // Without headers for other origins: pages of other sites have no business here.
  const options: Handler = async () =>
    new Response(null, { status: 204, headers: { ...SAFE_HEADERS, allow } });
  return {
    ...(Object.fromEntries(METHODS.map((method) => [method, own.get(method) ?? refuse])) as Omit<
      Methods,
      "OPTIONS"
    >),
    OPTIONS: options,
  };
}
