# expected: preprocessing
# found: preprocessing 31:26
# %%
import numpy as np
import pandas as pd
import missingno as msno
from sklearn.impute import KNNImputer
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, accuracy_score, confusion_matrix
import matplotlib.pyplot as plt
import seaborn as sns

# %%
water = pd.read_csv('water_potability.csv')
water.head()

# %%
msno.matrix(water)

# %%
water.isnull().mean() * 100

# %%
plt.figure(figsize=(9, 7))
sns.heatmap(water.corr(), annot=True, cmap='terrain', fmt='.2f')

# %%
imputer = KNNImputer(n_neighbors=5)
water_imp = pd.DataFrame(imputer.fit_transform(water), columns=water.columns)
water_imp.isnull().sum()

# %%
feature = water_imp.drop('Potability', axis=1)
label = water_imp['Potability']
Xtrain, Xtest, ytrain, ytest = train_test_split(feature, label, test_size=0.3, shuffle=True, random_state=0)

# %%
for c in feature.columns:
    plt.figure(figsize=(4, 2))
    sns.kdeplot(x=feature[c], hue=label)
    plt.show()

# %%
rf = RandomForestClassifier(n_estimators=300, min_samples_leaf=2, random_state=0)
rf.fit(Xtrain, ytrain)

# %%
yhat = rf.predict(Xtest)
print('Accuracy: %.3f' % accuracy_score(ytest, yhat))
print('F1: %.3f' % f1_score(ytest, yhat))
sns.heatmap(confusion_matrix(ytest, yhat), annot=True, fmt='d')
