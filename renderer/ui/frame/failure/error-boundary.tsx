import { Component, type ErrorInfo, type ReactNode } from 'react';

/** Catches a defect in a screen. The strip, the rail, printing and export stay; the next screen starts afresh. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode; readonly fallback: (error: unknown, again: () => void) => ReactNode; readonly onError: (error: unknown) => void },
  { readonly error: unknown; readonly broken: boolean }
> {
  override state = { error: null as unknown, broken: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, broken: true };
  }

  override componentDidCatch(error: unknown, _info: ErrorInfo): void {
    this.props.onError(error);
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return this.props.fallback(this.state.error, () => this.setState({ error: null, broken: false }));
  }
}
