import type { DateSettings } from "./date-settings";
import { DEFAULT_SHORTCUTS, type Shortcuts } from "./shortcuts";
import { NEW_TOUR, type Tour } from "./tour";

/** How the desk is set up for one person. */
export interface PersonalSettings {
  shortcuts: Shortcuts;
  dates: DateSettings;
  tour: Tour;
}

export const DEFAULT_PERSONAL_SETTINGS: PersonalSettings = {
  shortcuts: DEFAULT_SHORTCUTS,
  dates: { language: null, timeZone: null },
  tour: NEW_TOUR,
};
