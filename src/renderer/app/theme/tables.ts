/** What lists and charts look like: no zebra, a hairline between rows, numbers on the right. */
import type { Components, Theme } from '@mui/material/styles';
import { c, num, radius, sans, size, type } from './tokens.ts';

export const tables = {
  MuiTableCell: {
    styleOverrides: {
      root: {
        ...type(13, 20, 400, 0),
        height: size.row,
        padding: '0 12px',
        borderColor: c.line.row,
        '&:first-of-type': { paddingLeft: 16 },
        '&:last-of-type': { paddingRight: 16 },
      },
      head: { ...type(12, 16, 500, 0), height: 36, color: c.text.tertiary, backgroundColor: c.background.paper },
      alignRight: num,
    },
  },
  // Words for a screen reader stay within what scrolls; else they would widen the page.
  MuiTableContainer: { styleOverrides: { root: { position: 'relative' } } },
  MuiTableRow: {
    styleOverrides: { root: { '&:last-child td': { borderBottom: 0 }, '&.Mui-selected': { backgroundColor: c.primary.tint } } },
  },
  MuiDataGrid: {
    defaultProps: { rowHeight: size.row, columnHeaderHeight: 36, disableColumnMenu: true, disableRowSelectionOnClick: true },
    styleOverrides: {
      root: {
        border: 0,
        borderRadius: 0,
        fontSize: 13,
        '--DataGrid-rowBorderColor': c.line.row,
        '& .MuiDataGrid-columnSeparator': { display: 'none' },
        '& .MuiDataGrid-columnHeader:focus, & .MuiDataGrid-cell:focus': { outline: 'none' },
        '& .MuiDataGrid-columnHeader:focus-visible, & .MuiDataGrid-cell:focus-visible': {
          outline: `2px solid ${c.primary.main}`,
          outlineOffset: -2,
        },
      },
      columnHeader: { paddingInline: 12 },
      columnHeaderTitle: { ...type(12, 16, 500, 0), color: c.text.tertiary },
      cell: { paddingInline: 12 },
      'cell--textRight': num,
    },
  },

  MuiLinearProgress: { styleOverrides: { root: { height: 4, borderRadius: 2, backgroundColor: c.chart.planned } } },
  MuiSkeleton: { styleOverrides: { root: { borderRadius: radius.small, transform: 'none' } } },
  MuiChartsAxis: {
    styleOverrides: {
      root: {
        '& .MuiChartsAxis-line': { stroke: c.line.hair },
        '& .MuiChartsAxis-tick': { display: 'none' },
        '& .MuiChartsAxis-tickLabel': { fill: c.text.tertiary, fontSize: '12px', fontFamily: sans },
      },
    },
  },
  MuiChartsGrid: {
    styleOverrides: { root: { '& .MuiChartsGrid-line': { stroke: c.line.row, shapeRendering: 'crispEdges' } } },
  },
} satisfies Components<Theme>;
