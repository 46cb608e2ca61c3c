// Shapes shared by the scripts of the report form. Only `tsc` reads this file.

/** The answers of a report, all optional; see relay/PROTOCOL.md, section 1. */
interface ReportAnswers {
  danger: string;
  about: string;
  what: string;
  where: string;
  when: string;
  who: string;
  children: string;
  how: string;
  wishes: string;
  place: string;
}

/** The two derived keys of a receipt, each 32 bytes in base64url without padding. */
interface ReportReceipt {
  reply: string;
  thread: string;
}

/** A report before it is padded and encrypted. */
interface Report {
  /** 16 random bytes as 32 lower-case hexadecimal digits. */
  id: string;
  instance: string;
  desk: string;
  lang: string;
  answers: ReportAnswers;
  receipt: ReportReceipt | null;
}

/** What a stamp binds together. */
interface StampInput {
  /** SHA-256 of the age file. */
  inner: Uint8Array;
  desk: string;
  instance: string;
  /** Days since 1970-01-01 in UTC. */
  day: number;
}

/** A stamp's nonce, a u64 in two halves of 32 bits. */
interface StampNonce {
  high: number;
  low: number;
}

interface StampOptions {
  /** Leading zero bits asked for. */
  bits: number;
  /** Where the search begins; random if left out. */
  start?: StampNonce;
  /** Ends the search with an `AbortError`. */
  signal?: AbortSignal;
  /** Called with the chance, 0 to 1, that a search of this length would have ended by now. */
  progress?: (share: number) => void;
}

/** What became of one attempt to send a frame. */
type SendResult =
  | { kind: 'queued' }
  | { kind: 'wrong-day'; day: number }
  | { kind: 'weak-stamp'; bits: number }
  /** The relay said no for a reason that sending again doesn't mend; `problem` is its stable name. */
  | { kind: 'refused'; problem: string }
  /** The relay can't take it now. Nothing was queued. */
  | { kind: 'unavailable' }
  /** The device is offline: nothing left it. */
  | { kind: 'offline' }
  /** No readable answer: it may have arrived or not. */
  | { kind: 'unknown' };

interface SendOptions {
  signal?: AbortSignal;
  /** Milliseconds until an answer counts as missing. */
  timeout?: number;
}

/** Where a report goes and what its stamp must name. */
interface Target {
  /** Address that ends in `/api/v1/reports/`, absolute. */
  relay: string;
  desk: string;
  instance: string;
  bits: number;
}

interface DeliverOptions extends SendOptions {
  /** What is being done, for the line beside the progress bar. */
  stage?: (stage: 'stamp' | 'send') => void;
  progress?: (share: number) => void;
}

/** Something in the writer's words that could identify them. */
interface Finding {
  /** Name of the field. */
  field: string;
  kind: 'email' | 'phone';
  before: string;
  found: string;
  after: string;
}

/** State of a hash after whole blocks, as eight words. */
type HashState = Int32Array;

/** What the form hands to its carrier: everything that was written, and where it goes. */
interface WrittenReport {
  desk: string;
  /** Recipient lines (`age1…`) of the desk. */
  recipients: string[];
  lang: string;
  answers: ReportAnswers;
}

/** Does the work behind the buttons: the real one encrypts and sends, the one for practice doesn't. */
interface Carrier {
  /** Whether this copy of the page knows an address to send to. */
  canSend: boolean;
  /** Called when the words change: what was sealed no longer holds them. */
  forget(): void;
  send(report: WrittenReport, options: DeliverOptions): Promise<SendResult>;
  /** The encrypted file, to be kept by the writer. */
  file(report: WrittenReport): Promise<{ name: string; bytes: Uint8Array } | null>;
}

/** age-encryption's low-level interface, as far as theme/vendor/age/entry.js gives it. */
interface AgeLibrary {
  Encrypter: new () => {
    addRecipient(recipient: string | { wrapFileKey(fileKey: Uint8Array): AgeStanza[] }): void;
    encrypt(file: Uint8Array): Promise<Uint8Array>;
  };
  Stanza: new (args: string[], body: Uint8Array) => AgeStanza;
  recipientOf(publicKey: Uint8Array): string;
  forceWebCryptoOff(off: boolean): void;
}

interface AgeStanza {
  args: string[];
  body: Uint8Array;
}

/** What the scripts of the report form put on the one global. */
interface WaymarkReport {
  age: AgeLibrary;
  sha256: {
    /** SHA-256 of some bytes. */
    digest(bytes: Uint8Array): Uint8Array;
    /** State before the first block. */
    start(): HashState;
    /** Takes one block of 64 bytes into the state. */
    block(state: HashState, bytes: Uint8Array, offset: number): void;
  };
  plaintext: {
    /** Bytes of every plaintext. */
    SIZE: number;
    RoomError: new (over: number) => Error & { over: number };
    newId(): string;
    json(report: Report): string;
    room(report: Report): number;
    pad(json: string): Uint8Array;
  };
  slots: {
    COUNT: number;
    dummyKey(position: number): Uint8Array;
    fill(recipients: string[]): string[];
  };
  envelope: {
    grease(): AgeStanza;
    seal(plaintext: Uint8Array, recipients: string[]): Promise<Uint8Array>;
  };
  frame: {
    SIZE: number;
    LONGEST: number;
    SHORTEST: number;
    build(age: Uint8Array, day: number, nonce: StampNonce): Uint8Array;
    /** The age file in a saved file: the file itself, or what a frame holds. `null` if it is neither. */
    ageFileIn(bytes: Uint8Array): Uint8Array | null;
    /** Today, as days since 1970-01-01 in UTC. */
    today(): number;
  };
  stamp: {
    MOST_BITS: number;
    /** Leading zero bits of the stamp's hash. */
    bitsOf(input: StampInput, nonce: StampNonce): number;
    make(input: StampInput, options: StampOptions): Promise<StampNonce>;
  };
  /** Sends one frame, once. */
  send(url: string, frame: Uint8Array, options?: SendOptions): Promise<SendResult>;
  /** Stamps, frames and sends an age file; stamps again when the relay asks for another day or more bits. */
  deliver(age: Uint8Array, target: Target, options?: DeliverOptions): Promise<SendResult>;
  selfcheck(fields: { field: string; text: string }[]): Finding[];
  /** True if more than three working days have begun since `opened` (`2026-01-31`); `now` in milliseconds. */
  isQuiet(opened: string, now: number): boolean;
  formPage: {
    text(key: string, values?: Record<string, string | number>): string;
    number(value: number): string;
    show(element: Element | null, visible: boolean): void;
    focusOn(element: Element | null): void;
    find<T extends Element>(root: ParentNode, selector: string): T;
    errors(root: ParentNode, problems: { message: string; field?: string }[]): void;
    relayOf(element: HTMLElement): string | null;
    saveFile(name: string, bytes: Uint8Array): void;
    working(root: ParentNode): {
      begin(): AbortSignal;
      end(): void;
      stop(): void;
      stage: (stage: 'stamp' | 'send') => void;
      progress: (share: number) => void;
    };
    outcome(result: SendResult): { done: boolean; message: string };
  };
  startForm(form: HTMLFormElement, carrier: Carrier): void;
}
