import type { ScaleView } from "@/components/settings/scale-list";
import type { ListedScale } from "@/lib/db/scales";

/** A scale as the pages of settings show it. */
export function scaleView({ id, name, version, ratings, isDefault, articles }: ListedScale): ScaleView {
  return { id, name, version, ratings, isDefault, articles };
}
