# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import ConfusionMatrixDisplay

# %%
digits = load_digits()
X, y = digits.data, digits.target
X.shape

# %% [markdown]
# First let's look at the whole data in 2 dimensions

# %%
Xs = StandardScaler().fit_transform(X)
P = PCA(n_components=2).fit_transform(Xs)
plt.figure(figsize=(6, 6))
plt.scatter(P[:, 0], P[:, 1], c=y, cmap='Spectral', s=8)
plt.colorbar()

# %%
T = TSNE(n_components=2, perplexity=30, init='pca').fit_transform(Xs)
plt.figure(figsize=(6, 6))
plt.scatter(T[:, 0], T[:, 1], c=y, cmap='Spectral', s=8)

# %% [markdown]
# OK the classes are separable, now classify. I use the raw pixels here.

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=5)
clf = LogisticRegression(max_iter=5000, C=0.05)
clf.fit(X_train, y_train)

# %%
clf.score(X_test, y_test)

# %%
ConfusionMatrixDisplay.from_estimator(clf, X_test, y_test)

# %%
wrong = np.where(clf.predict(X_test) != y_test)[0][:8]
fig, axs = plt.subplots(1, 8, figsize=(12, 2))
for a, i in zip(axs, wrong):
    a.imshow(X_test[i].reshape(8, 8), cmap='gray_r')
    a.set_title(f'{y_test[i]}')
    a.axis('off')
