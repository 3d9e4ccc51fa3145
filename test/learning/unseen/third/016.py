# expected: clean
# found: clean
# %%
import calendar
from datetime import datetime
import numpy as np
import pandas as pd
import seaborn as sn
import matplotlib.pyplot as plt
%matplotlib inline

# %%
dailyData = pd.read_csv("../input/train.csv")
dailyData.shape

# %%
dailyData["date"] = dailyData.datetime.apply(lambda x: x.split()[0])
dailyData["hour"] = dailyData.datetime.apply(lambda x: int(x.split()[1].split(":")[0]))
dailyData["weekday"] = dailyData.date.apply(lambda d: datetime.strptime(d, "%Y-%m-%d").weekday())
dailyData["month"] = dailyData.date.apply(lambda d: int(d.split("-")[1]))
dailyData["year"] = dailyData.date.apply(lambda d: int(d.split("-")[0]))

# %%
monthAggregated = pd.DataFrame(dailyData.groupby("month")["count"].mean()).reset_index()
sn.barplot(data=monthAggregated, x="month", y="count")

# %%
hourAggregated = dailyData.groupby(["hour", "season"], sort=True)["count"].mean().reset_index()
sn.pointplot(x=hourAggregated["hour"], y=hourAggregated["count"], hue=hourAggregated["season"], join=True)

# %%
corrMatt = dailyData[["temp", "atemp", "casual", "registered", "humidity", "windspeed", "count"]].corr()
mask = np.array(corrMatt)
mask[np.tril_indices_from(mask)] = False
sn.heatmap(corrMatt, mask=mask, vmax=.8, square=True, annot=True)

# %%
# cyclic encoding
dailyData["hour_sin"] = np.sin(2 * np.pi * dailyData["hour"] / 24)
dailyData["hour_cos"] = np.cos(2 * np.pi * dailyData["hour"] / 24)
for c in ["season", "weather"]:
    dailyData = dailyData.join(pd.get_dummies(dailyData[c], prefix=c))

dropFeatures = ["casual", "registered", "count", "datetime", "date", "season", "weather"]
yLabels = np.log1p(dailyData["count"])
X = dailyData.drop(dropFeatures, axis=1)

# %%
from sklearn.model_selection import train_test_split, RandomizedSearchCV
from sklearn.ensemble import RandomForestRegressor
X_tr, X_te, y_tr, y_te = train_test_split(X, yLabels, test_size=.2, random_state=3)

# %%
rs = RandomizedSearchCV(RandomForestRegressor(n_jobs=-1, random_state=3),
                        {"n_estimators": [100, 300, 500], "max_depth": [None, 10, 20], "min_samples_leaf": [1, 2, 5]},
                        n_iter=8, cv=3, scoring="neg_mean_squared_error", random_state=3)
rs.fit(X_tr, y_tr)
rs.best_params_

# %%
def rmsle(y, y_, convertExp=True):
    if convertExp:
        y, y_ = np.expm1(y), np.expm1(y_)
    log1 = np.log(y + 1)
    log2 = np.log(y_ + 1)
    return np.sqrt(np.mean((log1 - log2) ** 2))

print("RMSLE Value For Random Forest: ", rmsle(y_te, rs.predict(X_te)))

# %%
sn.distplot(np.expm1(rs.predict(X_te)), bins=50)
