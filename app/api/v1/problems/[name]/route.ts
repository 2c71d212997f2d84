import { PROBLEMS, problemAddress, problemResponse } from "@/lib/api/problem";

/** The page of a problem's `type`: its status, and what a program can do about it. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params;
  const known = Object.keys(PROBLEMS).find((each): each is keyof typeof PROBLEMS => each === name);
  if (!known) return problemResponse({ problem: "not-found" });
  const [status, title, solution] = PROBLEMS[known];
  return Response.json(
    { type: problemAddress(known), title, status, solution },
    { headers: { "cache-control": "no-cache" } },
  );
}
