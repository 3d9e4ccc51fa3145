# expected: clean
# found: clean
# %%
import pandas as pd
import numpy as np
from lifelines import KaplanMeierFitter, CoxPHFitter
from lifelines.statistics import logrank_test
import matplotlib.pyplot as plt

# %%
lung = pd.read_csv('lung.csv')
lung['status'] = lung['status'] - 1
lung['sex'] = lung['sex'] - 1
lung.isnull().sum()

# %%
lung['ph.karno'].fillna(lung['ph.karno'].mean(), inplace=True)
lung['wt.loss'].fillna(lung['wt.loss'].median(), inplace=True)
lung = lung.dropna()

# %%
kmf = KaplanMeierFitter()
ax = plt.subplot()
for s, g in lung.groupby('sex'):
    kmf.fit(g['time'], g['status'], label='female' if s else 'male')
    kmf.plot(ax=ax)

m, f = lung[lung.sex == 0], lung[lung.sex == 1]
logrank_test(m.time, f.time, m.status, f.status).print_summary()

# %%
lung['age_std'] = (lung.age - lung.age.mean()) / lung.age.std()
cph = CoxPHFitter()
cph.fit(lung[['time', 'status', 'sex', 'age_std', 'ph.ecog', 'ph.karno', 'wt.loss']], duration_col='time', event_col='status')
cph.print_summary()

# %%
cph.check_assumptions(lung[['time', 'status', 'sex', 'age_std', 'ph.ecog', 'ph.karno', 'wt.loss']], p_value_threshold=0.05)

# %%
cph.plot()
print('concordance in sample', cph.concordance_index_)
