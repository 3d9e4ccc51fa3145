# expected: multi-test, preprocessing
# found: preprocessing 28:3, multi-test 76:10
# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
data = pd.read_csv("../input/mushrooms.csv")
data.head(6)

# %%
data['class'].unique()

# %%
from sklearn.preprocessing import LabelEncoder
labelencoder=LabelEncoder()
for col in data.columns:
    data[col] = labelencoder.fit_transform(data[col])
data.head()

# %%
X = data.iloc[:,1:23]  # all rows, all the features and no labels
y = data.iloc[:, 0]  # all rows, label only

# %%
# Scale the data to be between -1 and 1
from sklearn.preprocessing import StandardScaler
scaler = StandardScaler()
X=scaler.fit_transform(X)
X

# %% [markdown]
# ### Principal Component Analysis

# %%
from sklearn.decomposition import PCA
pca = PCA()
pca.fit_transform(X)
explained_variance=pca.explained_variance_
with plt.style.context('dark_background'):
    plt.figure(figsize=(6, 4))
    plt.bar(range(22), explained_variance, alpha=0.5, align='center')

# %%
N=data.values
pca = PCA(n_components=2)
x = pca.fit_transform(N)
plt.scatter(x[:,0],x[:,1])
plt.show()

# %%
pca_modified=PCA(n_components=17)
pca_modified.fit_transform(X)

# %%
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X,y,test_size=0.2,random_state=4)

# %%
from sklearn.linear_model import LogisticRegression
from sklearn import metrics
model_LR= LogisticRegression()
model_LR.fit(X_train,y_train)
y_prob = model_LR.predict_proba(X_test)[:,1]
y_pred = np.where(y_prob > 0.5, 1, 0)
model_LR.score(X_test, y_pred)

# %%
confusion_matrix=metrics.confusion_matrix(y_test,y_pred)
auc_roc=metrics.roc_auc_score(y_test,y_pred)
auc_roc

# %%
from sklearn.naive_bayes import GaussianNB
model_naive = GaussianNB()
model_naive.fit(X_train, y_train)
y_prob = model_naive.predict_proba(X_test)[:,1]
y_pred = np.where(y_prob > 0.5, 1, 0)
auc_roc=metrics.roc_auc_score(y_test,y_pred)
auc_roc

# %%
from sklearn.tree import DecisionTreeClassifier
model_tree = DecisionTreeClassifier()
model_tree.fit(X_train, y_train)
y_pred = model_tree.predict(X_test)
metrics.roc_auc_score(y_test,y_pred)
