import { Button, type CSSVariablesResolver, createTheme } from '@mantine/core';
import controls from './controls.module.css';

// Shade 8 is the light scheme's colour, shade 2 the dark one's (design tokens); the rest only fills the scale.
const brand = [
  '#e7eff9',
  '#c9ddf3',
  '#90caf9',
  '#6faee8',
  '#4a92d6',
  '#2f78bf',
  '#1f66ae',
  '#145aa6',
  '#0b4f9e',
  '#083c78',
] as const;
const critical = [
  '#fdecef',
  '#f9ccd3',
  '#ff8a80',
  '#f0707b',
  '#e04a5b',
  '#cf2c42',
  '#c21633',
  '#b90b2a',
  '#b00020',
  '#86001a',
] as const;

/** The house's look on Mantine's buttons and modal. Settings of the UI study: default blue fails 4.5:1 without them. */
export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 8, dark: 2 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  colors: { brand, critical },
  fontFamily: "'IBM Plex Sans', sans-serif",
  fontFamilyMonospace: "'IBM Plex Sans', sans-serif",
  lineHeights: { md: '1.45' },
  defaultRadius: 6,
  focusRing: 'never',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'md', variant: 'default' },
      classNames: { root: controls.button, section: controls.section },
    }),
  },
});

/** Mantine's own variables follow our tokens, so that a token changes everything at once. */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--card)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-error': 'var(--critical-ink)',
    '--mantine-color-placeholder': 'var(--ink-2)',
    '--mantine-color-default': 'var(--card)',
    '--mantine-color-default-hover': 'var(--brand-tint)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-control)',
  };
  return { variables: {}, light: both, dark: both };
};
