# expected: preprocessing
# found: preprocessing 30:23, preprocessing 31:25, preprocessing 32:19, preprocessing 32:27
# %% [markdown]
# ## NYC AirBnB - is the listing expensive?

# %%
import numpy as np
import pandas as pd
import seaborn as sns
import matplotlib.pyplot as plt
%matplotlib inline
from sklearn.model_selection import train_test_split
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.metrics import accuracy_score, roc_auc_score

# %%
ab = pd.read_csv('AB_NYC_2019.csv')
ab.info()

# %%
ab = ab.drop(['id', 'name', 'host_name', 'last_review'], axis=1)
ab['reviews_per_month'] = ab['reviews_per_month'].fillna(0)
ab = ab[ab.price > 0]

# %%
sns.scatterplot(x='longitude', y='latitude', hue='neighbourhood_group', data=ab, s=3)

# %%
# features relative to the neighbourhood
ab['nb_price_mean'] = ab.groupby('neighbourhood')['price'].transform('mean')
ab['nb_reviews_mean'] = ab.groupby('neighbourhood')['number_of_reviews'].transform('mean')
ab['avail_bin'] = pd.qcut(ab['availability_365'].rank(method='first'), 5, labels=False)
ab['min_nights_clip'] = ab['minimum_nights'].clip(upper=30)
ab.head()

# %%
ab['expensive'] = (ab['price'] > 200).astype(int)
ab['expensive'].mean()

# %%
ab = pd.get_dummies(ab, columns=['neighbourhood_group', 'room_type'])
X = ab.drop(['price', 'expensive', 'neighbourhood', 'host_id'], axis=1)
y = ab['expensive']

# %%
X_train, X_val, y_train, y_val = train_test_split(X, y, test_size=10000, random_state=4)

# %%
et = ExtraTreesClassifier(n_estimators=250, min_samples_leaf=3, n_jobs=-1, random_state=1)
et.fit(X_train, y_train)
pp = et.predict_proba(X_val)[:, 1]
print('acc %.4f' % accuracy_score(y_val, pp > .5))
print('auc %.4f' % roc_auc_score(y_val, pp))

# %%
fi = pd.DataFrame({'f': X.columns, 'imp': et.feature_importances_}).sort_values('imp', ascending=False)
fi.head(8)
