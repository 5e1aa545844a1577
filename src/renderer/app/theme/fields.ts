/** Forms: the label stands above its field and stays there; help stands below; an error takes the place of the help. */
import CalendarTodayOutlined from '@mui/icons-material/CalendarTodayOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import type { Components, Theme } from '@mui/material/styles';
import { c, fieldOutline, floating, radius, size, type } from './tokens.ts';

export const fields = {
  MuiTextField: { defaultProps: { fullWidth: true } },
  MuiFormLabel: {
    styleOverrides: { root: { ...type(13, 20, 500, 0), '&, &.Mui-focused, &.Mui-error': { color: c.text.primary } } },
  },
  MuiInputLabel: {
    defaultProps: { shrink: true },
    styleOverrides: { root: { position: 'static', transform: 'none', marginBottom: 6 }, asterisk: { color: c.text.tertiary } },
  },
  MuiFormHelperText: {
    styleOverrides: {
      root: {
        ...type(12, 16, 400, 0),
        margin: '6px 0 0',
        color: c.text.tertiary,
        // Why something cannot be changed is to be read as well.
        '&.Mui-disabled': { color: c.text.tertiary },
        '&.Mui-error': { color: c.error.main },
      },
    },
  },
  MuiFormControlLabel: { styleOverrides: { root: { marginLeft: -7 } } },
  MuiInputBase: {
    styleOverrides: { root: { fontSize: 14, lineHeight: '20px' }, input: { '&::placeholder': { color: c.text.tertiary, opacity: 1 } } },
  },
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: {
        minHeight: size.field,
        backgroundColor: c.background.paper,
        '& .MuiOutlinedInput-notchedOutline': fieldOutline,
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: c.text.secondary },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderWidth: 2, borderColor: c.primary.main },
        '& .MuiInputAdornment-root': { color: c.text.tertiary, '& .MuiSvgIcon-root': { fontSize: 16 } },
        '&.MuiInputBase-adornedStart': { paddingLeft: 10, '& .MuiOutlinedInput-input': { paddingLeft: 0 } },
        '&.MuiInputBase-multiline': { padding: '8px 12px', '& .MuiOutlinedInput-input': { padding: 0 } },
        variants: [{ props: { size: 'small' }, style: { minHeight: size.control, fontSize: 13 } }],
      },
      input: {
        height: 'auto',
        padding: '8px 12px',
        variants: [{ props: { size: 'small' }, style: { padding: '6px 10px' } }],
      },
    },
  },
  MuiSelect: { styleOverrides: { icon: { right: 8, fontSize: 18, color: c.text.tertiary } } },
  MuiAutocomplete: {
    styleOverrides: {
      inputRoot: {
        '&.MuiOutlinedInput-root': { padding: '0 32px 0 0' },
        '& .MuiAutocomplete-input.MuiOutlinedInput-input': { padding: '8px 12px' },
      },
      paper: { ...floating, marginTop: 4 },
      listbox: { padding: 4, fontSize: 13 },
      option: { minHeight: `${size.control}px !important`, padding: '6px 8px !important', borderRadius: radius.small },
    },
  },
  MuiCheckbox: {
    styleOverrides: {
      root: {
        width: size.control,
        height: size.control,
        padding: 0,
        color: c.line.strong,
        '& .MuiSvgIcon-root': { fontSize: 20 },
        '&.Mui-checked, &.MuiCheckbox-indeterminate': { color: c.primary.main },
      },
    },
  },
  MuiRadio: {
    styleOverrides: {
      root: { width: size.control, height: size.control, padding: 0, color: c.line.strong, '& .MuiSvgIcon-root': { fontSize: 20 } },
    },
  },
  MuiSwitch: {
    styleOverrides: {
      root: { width: 44, height: size.control, padding: '7px 6px' },
      switchBase: {
        padding: 9,
        left: -1,
        '&.Mui-checked': { color: '#FFFFFF', transform: 'translateX(14px)' },
        '& + .MuiSwitch-track, &.Mui-checked + .MuiSwitch-track': { opacity: 1 },
        '&.Mui-checked + .MuiSwitch-track': { backgroundColor: c.primary.fill },
        '&.Mui-disabled + .MuiSwitch-track': { opacity: 0.4 },
      },
      thumb: { width: 14, height: 14, boxShadow: 'none', color: '#FFFFFF' },
      track: { borderRadius: 9, backgroundColor: c.line.strong },
    },
  },
  MuiDatePicker: { defaultProps: { slots: { openPickerIcon: CalendarTodayOutlined } } },
  MuiTimePicker: { defaultProps: { slots: { openPickerIcon: ScheduleOutlined } } },
  MuiPickersTextField: { defaultProps: { fullWidth: true } },
  MuiPickersOutlinedInput: {
    styleOverrides: {
      root: {
        minHeight: size.field,
        padding: '0 8px 0 12px',
        backgroundColor: c.background.paper,
        '& .MuiPickersOutlinedInput-notchedOutline': fieldOutline,
        '& .MuiInputAdornment-root .MuiSvgIcon-root': { fontSize: 16 },
      },
      sectionsContainer: { ...type(14, 20, 400, 0), padding: '8px 0' },
    },
  },
  MuiPickerPopper: { styleOverrides: { paper: { ...floating, marginTop: 4 } } },
} satisfies Components<Theme>;
