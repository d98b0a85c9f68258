import {
  createTheme,
  defaultVariantColorsResolver,
  type ButtonProps,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type ModalProps,
  type PasswordInputProps,
} from '@mantine/core';

/** Cool grey ink: the only colour of buttons and fields. */
const ink: MantineColorsTuple = [
  '#f3f6f9',
  '#e4eaf0',
  '#cbd6e0',
  '#a9b8c7',
  '#8497a9',
  '#64788b',
  '#4e6174',
  '#3b4d5f',
  '#22374a',
  '#13212f',
];
const gray: MantineColorsTuple = [
  '#f6f8fa',
  '#edf1f5',
  '#e0e7ed',
  '#d3dce4',
  '#b4c1cc',
  '#8494a3',
  '#566674',
  '#455563',
  '#2c3b49',
  '#14212d',
];
/** Deep blue-black for night duty: 0 is text, 7 the ground. */
const dark: MantineColorsTuple = [
  '#dde6f0',
  '#bccada',
  '#9fb0c4',
  '#8496ac',
  '#3a4d68',
  '#243349',
  '#101b2d',
  '#0a1220',
  '#080e19',
  '#060a13',
];

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 2 },
  // Pale buttons in the dark need dark words; the stock resolver knows only one of the two appearances.
  variantColorResolver: (input) => {
    const stock = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...stock, color: 'var(--sw-on-ink)' } : stock;
  },
  colors: { ink, gray, dark },
  white: '#ffffff',
  black: '#14212d',
  fontFamily: "'Source Sans 3', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: { fontFamily: "'Source Sans 3', system-ui, sans-serif", fontWeight: '600' },
  fontSizes: { xs: '13px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // By name: `Modal.extend` would put the dialog's machinery into the first screen.
  components: {
    Button: { defaultProps: { size: 'sm' } satisfies Partial<ButtonProps> },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 150, transition: 'fade' },
        // A dialog's head is no second banner of the page.
        attributes: { header: { role: 'presentation' } },
      } satisfies Partial<ModalProps>,
    },
    PasswordInput: { defaultProps: { size: 'sm' } satisfies Partial<PasswordInputProps> },
  },
});

/** The darker shades with which axe finds nothing in either appearance. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--mantine-line-height': '20px' },
  light: {
    '--mantine-color-body': '#f6f8fa',
    '--mantine-color-text': '#14212d',
    '--mantine-color-dimmed': '#4d5c6a',
    '--mantine-color-placeholder': '#566674',
    '--mantine-color-error': '#9b1c2c',
    '--mantine-color-default-border': '#8494a3',
    '--mantine-color-anchor': '#1d5478',
  },
  dark: {
    '--mantine-color-body': '#0a1220',
    '--mantine-color-text': '#dde6f0',
    '--mantine-color-dimmed': '#9fb0c4',
    '--mantine-color-placeholder': '#9fb0c4',
    '--mantine-color-error': '#ff9da3',
    '--mantine-color-default-border': '#6b7f99',
    '--mantine-color-anchor': '#9cc7ea',
  },
});
