import { useSyncExternalStore } from "react";
import { type ConnectionState, liveConnection } from "./live-connection";

/** The state of the connection to the server, as it changes. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(
    (changed) => liveConnection.watchState(changed),
    () => liveConnection.state,
    () => "connecting",
  );
}
