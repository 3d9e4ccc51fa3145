# expected: preprocessing
# found: preprocessing 33:16, preprocessing 38:1
# %% [markdown]
# PCA + logistic regression on the Wisconsin breast cancer data

# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
from sklearn.datasets import load_breast_cancer

# %%
cancer = load_breast_cancer()
cancer.keys()

# %%
print(cancer['DESCR'])

# %%
df = pd.DataFrame(cancer['data'], columns=cancer['feature_names'])
df['target'] = cancer['target']
df.head()

# %%
df.target.value_counts().plot(kind='pie', autopct='%.1f')

# %%
feats = df.drop('target', axis=1)
labels = df['target']

# %%
from sklearn.preprocessing import scale
feats_scaled = scale(feats)

# %%
from sklearn.decomposition import PCA
pca = PCA(n_components=10)
pca.fit(feats_scaled)
x_pca = pca.transform(feats_scaled)
print(feats_scaled.shape, x_pca.shape)

# %%
plt.bar(range(1, 11), pca.explained_variance_ratio_)
plt.step(range(1, 11), np.cumsum(pca.explained_variance_ratio_))
plt.ylabel('explained variance')

# %%
plt.figure(figsize=(8, 6))
plt.scatter(x_pca[:, 0], x_pca[:, 1], c=labels, cmap='plasma')
plt.xlabel('First principal component')
plt.ylabel('Second Principal Component')

# %%
df_comp = pd.DataFrame(pca.components_, columns=cancer['feature_names'])
df_comp

# %%
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
a, b, c, d = train_test_split(x_pca, labels, test_size=0.3, random_state=3)
logit = LogisticRegression()
logit.fit(a, c)

# %%
from sklearn.metrics import confusion_matrix, classification_report
print(classification_report(d, logit.predict(b)))
confusion_matrix(d, logit.predict(b))
