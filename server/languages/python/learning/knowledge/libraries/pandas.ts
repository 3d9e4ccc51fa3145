/** pandas: tables, their methods and attributes. */
import type { LibraryRows } from '../roles.ts';

export const PANDAS: LibraryRows = {
  packages: 'pandas',
  marks: true,
  names: {
    holdsRows: 'DataFrame Series Index GroupBy',
    statistic: `
      mean median mode std var quantile min max sem skew kurt kurtosis mad corr cov corrwith value_counts describe agg aggregate groupby pivot_table crosstab
      idxmax idxmin sum_stat argmax_stat`,
    axisStatistic: 'mean std var median max min',
    plainStatistic: 'mean median mode std var min max quantile value_counts describe count',
    fillsGaps: 'fillna fill_null fill_nan combine_first replace mask when otherwise',
    cutsColumn: 'qcut cut between gt ge lt le eq ne',
    spreads: 'rank qcut rolling_stat',
    shape: `
      len shape size ndim columns dtypes dtype nunique unique isnull isna notnull notna info head_names count memory_usage keys set sorted_names
      enumerate_names`,
    stacks: 'concat append',
    picksBest: 'idxmax idxmin nlargest nsmallest',
    averages: 'sum',
    sameRows: 'reset_index set_index sort_values sort_index copy shuffle values to_numpy tolist rename drop_column',
    ownCopy: 'copy',
    lists: 'tolist',
    filters: 'dropna drop_duplicates query filter where nlargest nsmallest between_time loc truncate',
    conditions: 'isnull isna notnull notna between duplicated contains startswith endswith eq ne lt gt le ge match isnumeric',
    asksEmpty: 'isnull isna notnull notna',
    negates: 'notnull notna',
    neighbours: 'shift diff pct_change cumsum cummax cummin cumprod',
    windows: 'rolling ewm expanding resample',
    drawing: 'plot hist boxplot to_csv to_excel to_pickle to_sql savefig show info head_print summary',
    view: 'loc iloc at iat ix',
    values: 'values data target str dt cat sparse array',
    labels: 'index',
    groups: 'groupby',
    picksLabel: 'xs get_group',
    head: 'head',
    tail: 'tail',
    sample: 'sample',
    drop: 'drop',
    isin: 'isin',
    difference: 'difference',
    appends: 'append',
    changesInPlace: 'update insert',
    applies: 'apply map applymap pipe assign transform progress_apply',
    appliesWhole: 'pipe assign',
    groupTransform: 'transform rank fillna apply ffill bfill',
    groupFill: 'ffill bfill',
    groupRows: 'head tail first last nth get_group shift diff cumsum cumcount ngroup filter sample __iter__',
    groupSummary: 'agg aggregate mean median sum std var min max count size nunique quantile value_counts describe',
  },
};
