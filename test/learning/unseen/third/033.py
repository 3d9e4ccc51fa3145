# expected: clean
# found: clean
# %% [markdown]
# # ECON 4210 Problem set 4: wage equation

# %%
import numpy as np
import pandas as pd
import statsmodels.api as sm
import statsmodels.formula.api as smf
from statsmodels.stats.outliers_influence import variance_inflation_factor
from statsmodels.stats.diagnostic import het_breuschpagan
from scipy import stats

# %%
wage = pd.read_stata('wage2.dta')
wage.describe()

# %%
wage['lwage'] = np.log(wage['wage'])
wage['exper2'] = wage['exper'] ** 2
wage['educ_c'] = wage['educ'] - wage['educ'].mean()
wage['meduc'] = wage['meduc'].fillna(wage['meduc'].mean())

# %%
m1 = smf.ols('lwage ~ educ + exper + tenure', data=wage).fit()
print(m1.summary())

# %%
m2 = smf.ols('lwage ~ educ_c * black + exper + exper2 + tenure + married + south + urban + meduc', data=wage).fit(cov_type='HC1')
print(m2.summary())

# %%
# F-test: returns to education the same for black workers?
print(m2.f_test('educ_c:black = 0'))
print(sm.stats.anova_lm(m1, smf.ols('lwage ~ educ + exper + tenure + married', data=wage).fit()))

# %%
X = sm.add_constant(wage[['educ', 'exper', 'tenure']])
vif = pd.Series([variance_inflation_factor(X.values, i) for i in range(X.shape[1])], index=X.columns)
vif

# %%
bp = het_breuschpagan(m1.resid, m1.model.exog)
print('LM p = %.4f, F p = %.4f' % (bp[1], bp[3]))

# %%
import matplotlib.pyplot as plt
fig, axes = plt.subplots(1, 2, figsize=(12, 4))
axes[0].scatter(m1.fittedvalues, m1.resid, s=6)
axes[0].axhline(0, c='k')
stats.probplot(m1.resid, plot=axes[1])
plt.show()

# %% [markdown]
# **Answer (c):** one more year of schooling is associated with ~7.5 % higher wages, holding experience constant.
