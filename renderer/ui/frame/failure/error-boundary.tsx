import { Component, type ReactNode } from 'react';

interface Props {
  /** A new place starts afresh after a defect. */
  readonly place: string;
  readonly children: ReactNode;
  readonly renderFallback: (error: unknown, again: () => void) => ReactNode;
  readonly onError: (error: unknown) => void;
}

/** Catches a defect in a screen. The strip, the rail, printing and export stay. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown; readonly broken: boolean }> {
  override state = { error: null as unknown, broken: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, broken: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override componentDidUpdate(before: Props): void {
    if (before.place !== this.props.place && this.state.broken) this.again();
  }

  private readonly again = (): void => this.setState({ error: null, broken: false });

  override render(): ReactNode {
    return this.state.broken ? this.props.renderFallback(this.state.error, this.again) : this.props.children;
  }
}
