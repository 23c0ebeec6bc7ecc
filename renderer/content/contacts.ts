import directory from './library/contacts/contacts.json';

/** One line of the directory. */
export interface Contact {
  readonly id: string;
  readonly role: string;
  readonly phone: string;
  readonly alternative: string;
  readonly location: string;
  readonly worksWithoutNetwork: boolean;
  /** Heading it stands under, in the order of the file. */
  readonly group?: string;
  readonly note?: string;
}

/** A site's directory. `sample`: invented numbers; the notice is shown above them until a site replaces them. */
export interface Directory {
  readonly title: string;
  readonly version: string;
  readonly notice: string;
  readonly sample: boolean;
  readonly contacts: readonly Contact[];
}

/** The directory shipped: a sample to be replaced. */
export const DIRECTORY: Directory = directory;
