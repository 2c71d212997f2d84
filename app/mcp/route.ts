import { networkOf } from "@/lib/auth/visitor-address";
import { answerMcp, refuse } from "@/lib/mcp/answer-mcp";

/** The endpoint for programs that speak the Model Context Protocol. It reads publications, and nothing else. */
export function POST(request: Request): Promise<Response> {
  return answerMcp(request, networkOf(request.headers.get("x-forwarded-for") ?? ""));
}

/** There is no stream to open, and no session to end. */
const notAllowed = () => refuse(405, "Only POST is supported.", { allow: "POST, OPTIONS" });

export { notAllowed as DELETE, notAllowed as GET, notAllowed as PATCH, notAllowed as PUT };

/** Without CORS headers: pages of other sites are refused. */
export function OPTIONS(): Response {
  return new Response(null, { status: 204, headers: { allow: "POST, OPTIONS" } });
}
