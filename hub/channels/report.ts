/** What a provider tells of a message it took, by the id it gave that message. */
export interface Report {
  providerId: string;
  /** `delivered`: a device has it. `seen`: it stood on the screen. */
  kind: 'delivered' | 'seen';
  at: Date;
}

/** A provider tells of a text that it showed somebody in our name, whether or not its answer to the send ever came. */
export interface Echo {
  address: string;
  providerId: string;
  text: string;
  /** When it was shown. */
  at: Date;
}
