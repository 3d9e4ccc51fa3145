# expected: preprocessing
# found: preprocessing 20:9
# %%
import pandas as pd
import numpy as np
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
from sklearn.neighbors import KNeighborsClassifier
import time

# %%
digits = pd.read_csv('../input/digit-recognizer/train.csv')
y = digits['label']
X = digits.drop('label', axis=1) / 255.0
X.shape

# %%
pca = PCA(n_components=0.95)
X_pca = pca.fit_transform(X)
print('kept', pca.n_components_, 'components')

# %%
import matplotlib.pyplot as plt
plt.plot(np.cumsum(pca.explained_variance_ratio_))
plt.axhline(.95, ls='--')
plt.show()

# %%
X_train, X_val, y_train, y_val = train_test_split(X_pca, y, test_size=0.1, random_state=2)

# %%
t = time.time()
knn = KNeighborsClassifier(n_neighbors=5, n_jobs=-1)
knn.fit(X_train, y_train)
print('knn', knn.score(X_val, y_val), time.time() - t)

# %%
test = pd.read_csv('../input/digit-recognizer/test.csv') / 255.0
test_pca = pca.transform(test)
pred = knn.predict(test_pca)
sub = pd.DataFrame({'ImageId': np.arange(1, len(pred) + 1), 'Label': pred})
sub.to_csv('sub_knn_pca.csv', index=False)
