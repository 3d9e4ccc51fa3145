# expected: multi-test
# found: multi-test 38:55
# %%
import numpy as np
import pandas as pd
from sklearn.preprocessing import Normalizer, Binarizer
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.metrics import accuracy_score, classification_report
import matplotlib.pyplot as plt

# %%
# spectra of olive oils, rows = samples, columns = wavenumbers
spec = pd.read_csv('olive_spectra.csv', index_col='sample')
meta = pd.read_csv('olive_meta.csv', index_col='sample')
spec = spec.loc[meta.index]
spec.iloc[:5].T.plot(legend=False)

# %% [markdown]
# every spectrum is brought to unit length (each row by itself) and then first differences along the wavenumber axis

# %%
norm = Normalizer(norm='l2')
S = norm.fit_transform(spec.values)
D = np.diff(S, axis=1)
snv = (D - D.mean(axis=1, keepdims=True)) / D.std(axis=1, keepdims=True)
plt.plot(snv[:10].T)

# %%
y = meta['region'].values
X_train, X_test, y_train, y_test = train_test_split(snv, y, test_size=.3, random_state=11, stratify=y)

# %%
acc = []
for k in [1, 3, 5, 7, 9, 11, 15]:
    for metric in ['euclidean', 'cosine', 'manhattan']:
        knn = KNeighborsClassifier(k, metric=metric, algorithm='brute').fit(X_train, y_train)
        acc.append((k, metric, accuracy_score(y_test, knn.predict(X_test))))
acc = pd.DataFrame(acc, columns=['k', 'metric', 'acc'])
acc.pivot(index='k', columns='metric', values='acc').plot(marker='o')

# %%
k, metric, a = acc.loc[acc['acc'].idxmax()]
knn = KNeighborsClassifier(int(k), metric=metric, algorithm='brute').fit(X_train, y_train)
print(f'Best: k={k}, {metric}, accuracy {a:.3f}')
print(classification_report(y_test, knn.predict(X_test)))
