# expected: clean
# found: clean
# %% [markdown]
# # Concrete strength
# Small data set, so I report the cross validated error of one ridge model.

# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score, KFold, cross_val_predict

# %%
df = pd.read_excel('Concrete_Data.xls')
df.columns = ['cement', 'slag', 'ash', 'water', 'superplastic', 'coarse', 'fine', 'age', 'strength']
df.drop_duplicates(inplace=True)
df.describe().T

# %%
fig, axes = plt.subplots(2, 4, figsize=(16, 6))
for ax, c in zip(axes.ravel(), df.columns[:-1]):
    ax.plot(df[c], df.strength, '.')
    ax.set_title(c)
plt.tight_layout()

# %%
df['log_age'] = np.log(df['age'])
df['w_c'] = df['water'] / df['cement']
df['binder'] = df[['cement', 'slag', 'ash']].sum(axis=1)

# %%
X = df.drop(columns=['strength', 'age'])
y = df['strength']

# %%
model = make_pipeline(SimpleImputer(strategy='mean'), StandardScaler(), PolynomialFeatures(2), Ridge(alpha=1.0))
cv = KFold(10, shuffle=True, random_state=0)
scores = -cross_val_score(model, X, y, cv=cv, scoring='neg_root_mean_squared_error')
print('RMSE %.2f +- %.2f MPa' % (scores.mean(), scores.std()))

# %%
plt.boxplot(scores)
plt.ylabel('RMSE')
plt.show()
