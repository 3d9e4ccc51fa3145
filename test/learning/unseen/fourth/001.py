# expected: multi-test, preprocessing
# found: preprocessing 21:5, multi-test 35:34
# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import seaborn as sns
%matplotlib inline
# %%
df = pd.read_csv('heart.csv')
df.head()
# %%
df.info()
df.isnull().sum()
# %%
y = df['target']
X = df.drop('target', axis=1)
# %%
from sklearn.preprocessing import StandardScaler
sc = StandardScaler()
X = sc.fit_transform(X)
# %%
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
# %%
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
lr = LogisticRegression()
lr.fit(X_train, y_train)
acc_lr = accuracy_score(y_test, lr.predict(X_test))
# %%
from sklearn.neighbors import KNeighborsClassifier
knn = KNeighborsClassifier(n_neighbors=7)
knn.fit(X_train, y_train)
acc_knn = accuracy_score(y_test, knn.predict(X_test))
# %%
from sklearn.svm import SVC
svm = SVC(kernel='rbf')
svm.fit(X_train, y_train)
acc_svm = accuracy_score(y_test, svm.predict(X_test))
# %%
from sklearn.ensemble import RandomForestClassifier
rf = RandomForestClassifier(n_estimators=100)
rf.fit(X_train, y_train)
acc_rf = accuracy_score(y_test, rf.predict(X_test))
# %%
plt.bar(['LR', 'KNN', 'SVM', 'RF'], [acc_lr, acc_knn, acc_svm, acc_rf])
plt.show()
