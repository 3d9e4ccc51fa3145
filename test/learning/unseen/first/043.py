# expected: preprocessing
# found: preprocessing 23:11
# %% [markdown]
# energy efficiency dataset -- heating load -- 5 fold

# %%
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVR
from sklearn.metrics import mean_squared_error, mean_absolute_error

# %%
def load(path='ENB2012_data.xlsx'):
    d = pd.read_excel(path)
    d.columns = ['compact', 'surface', 'wall', 'roof', 'height', 'orient', 'glaz', 'glazdist', 'heat', 'cool']
    return d

def scale_features(d, cols):
    ss = StandardScaler()
    arr = ss.fit_transform(d[cols])
    out = pd.DataFrame(arr, columns=cols, index=d.index)
    return out, ss

# %%
enb = load()
enb.head()

# %%
enb.describe().loc[['mean', 'std']]

# %%
feats = ['compact', 'surface', 'wall', 'roof', 'height', 'orient', 'glaz', 'glazdist']
X, fitted = scale_features(enb, feats)
y = enb['heat']

# %%
kf = KFold(n_splits=5, shuffle=True, random_state=99)
rmses, maes = [], []
oof = np.zeros(len(X))
for fold, (tr, te) in enumerate(kf.split(X)):
    Xtr, Xte = X.iloc[tr], X.iloc[te]
    ytr, yte = y.iloc[tr], y.iloc[te]
    m = SVR(C=100, gamma=0.3, epsilon=0.05)
    m.fit(Xtr, ytr)
    p = m.predict(Xte)
    oof[te] = p
    rmses.append(np.sqrt(mean_squared_error(yte, p)))
    maes.append(mean_absolute_error(yte, p))
    print('fold %d rmse %.3f mae %.3f' % (fold, rmses[-1], maes[-1]))

# %%
print('mean rmse', np.mean(rmses), 'std', np.std(rmses))

# %%
plt.figure(figsize=(5, 5))
plt.plot(y, oof, '.')
plt.plot([5, 45], [5, 45])
plt.show()
