import type { z } from "zod";
import type { ListedScale } from "@/lib/db/scales";
import type { scaleSchema } from "../../schemas/desk/scale";

export function presentScale(scale: ListedScale): z.output<typeof scaleSchema> {
  const { id, name, version, isDefault, articles, ratings } = scale;
  return {
    id,
    name,
    version,
    default: isDefault,
    articles,
    ratings: ratings.map(({ key, label, definition, value, colour, underline, icon }) => ({
      key,
      label,
      definition,
      value,
      colour,
      underline,
      icon,
    })),
  };
}
