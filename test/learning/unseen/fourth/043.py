# expected: multi-test, preprocessing
# found: preprocessing 19:16, multi-test 31:19
# %%
import pandas as pd
import numpy as np
from sklearn.impute import KNNImputer
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
import matplotlib.pyplot as plt
# %%
kidney = pd.read_csv('kidney_disease.csv').drop('id', axis=1)
kidney = kidney.replace({'yes': 1, 'no': 0, 'normal': 1, 'abnormal': 0, 'present': 1, 'notpresent': 0,
                         'good': 1, 'poor': 0, '\tno': 0, '\tyes': 1, 'ckd\t': 'ckd', '\t?': np.nan})
kidney['classification'] = kidney['classification'].map({'ckd': 1, 'notckd': 0})
for c in kidney.columns:
    kidney[c] = pd.to_numeric(kidney[c], errors='coerce')
# %%
feat = kidney.columns[:-1]
kidney[feat] = KNNImputer(n_neighbors=5).fit_transform(kidney[feat])
# %%
x = kidney[feat]
y = kidney['classification']
xtrain, xtest, ytrain, ytest = train_test_split(x, y, test_size=.3, random_state=33)
# %%
tr_acc, te_acc = [], []
depths = list(range(1, 12))
for d in depths:
    r = RandomForestClassifier(max_depth=d, random_state=1)
    r.fit(xtrain, ytrain)
    tr_acc.append(r.score(xtrain, ytrain))
    te_acc.append(r.score(xtest, ytest))
# %%
plt.plot(depths, tr_acc, label='train')
plt.plot(depths, te_acc, label='test')
plt.legend()
# %%
final_depth = depths[int(np.argmax(te_acc))]
print('best depth', final_depth, max(te_acc))
