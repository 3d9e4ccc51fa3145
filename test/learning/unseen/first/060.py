# expected: clean
# found: clean
# %% [markdown]
# # A/B test: new landing page
# data from Jan 2017, experiment run for three weeks

# %%
import pandas as pd
import numpy as np
import random
import matplotlib.pyplot as plt
import scipy.stats as stats
import statsmodels.api as sm
import statsmodels.stats.api as sms
from statsmodels.stats.proportion import proportions_ztest, proportion_confint
%matplotlib inline
random.seed(42)

# %%
df = pd.read_csv('ab_data.csv')
df.info()

# %%
session_counts = df['user_id'].value_counts(ascending=False)
multi_users = session_counts[session_counts > 1].count()
print(f'There are {multi_users} users that appear multiple times in the dataset')
users_to_drop = session_counts[session_counts > 1].index
df = df[~df['user_id'].isin(users_to_drop)]

# %%
effect_size = sms.proportion_effectsize(0.13, 0.15)
required_n = int(np.ceil(sms.NormalIndPower().solve_power(effect_size, power=0.8, alpha=0.05, ratio=1)))
required_n

# %%
control_sample = df[df['group'] == 'control'].sample(n=required_n, random_state=22)
treatment_sample = df[df['group'] == 'treatment'].sample(n=required_n, random_state=22)
ab_test = pd.concat([control_sample, treatment_sample], axis=0)
ab_test.reset_index(drop=True, inplace=True)
ab_test['group'].value_counts()

# %%
conversion_rates = ab_test.groupby('group')['converted']
std_p = lambda x: np.std(x, ddof=0)
se_p = lambda x: stats.sem(x, ddof=0)
conversion_rates = conversion_rates.agg([np.mean, std_p, se_p])
conversion_rates

# %%
control_results = ab_test[ab_test['group'] == 'control']['converted']
treatment_results = ab_test[ab_test['group'] == 'treatment']['converted']
successes = [control_results.sum(), treatment_results.sum()]
nobs = [control_results.count(), treatment_results.count()]
z_stat, pval = proportions_ztest(successes, nobs=nobs)
print(f'z statistic: {z_stat:.2f}')
print(f'p-value: {pval:.3f}')

# %%
df['intercept'] = 1
df['ab_page'] = pd.get_dummies(df['group'])['treatment'].astype(int)
logit = sm.Logit(df['converted'], df[['intercept', 'ab_page']])
result = logit.fit()
print(result.summary2())

# %%
# bootstrap
diffs = []
for _ in range(2000):
    c = np.random.choice(control_results, len(control_results))
    t = np.random.choice(treatment_results, len(treatment_results))
    diffs.append(t.mean() - c.mean())
plt.hist(diffs, bins=40)
np.percentile(diffs, [2.5, 97.5])
