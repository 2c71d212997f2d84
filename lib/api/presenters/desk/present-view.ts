import type { z } from "zod";
import type { SavedView } from "@/lib/board/saved-view";
import type { viewSchema } from "../../schemas/desk/view";

export function presentView(view: SavedView): z.output<typeof viewSchema> {
  const { id, name, query, shared, owner, revision } = view;
  return { id, name, query, shared, owner: { id: owner.id, name: owner.name }, revision };
}
