import type { ScaleView } from "@/components/settings/scale-list";
import type { ListedScale } from "@/lib/db/scales";

/** A scale for the settings pages. */
export function scaleView({ id, name, version, ratings, isDefault, articles }: ListedScale): ScaleView {
  return { id, name, version, ratings, isDefault, articles };
}
