/** What a provider tells of a message it took, by the id it gave that message. */
export interface Report {
  providerId: string;
  /** `delivered`: a device has it. `seen`: it stood on the screen. */
  kind: 'delivered' | 'seen';
  at: Date;
}
