# expected: preprocessing
# found: preprocessing 15:18
# %%
import pandas as pd
import numpy as np
from xgboost import XGBRegressor
from sklearn.model_selection import train_test_split
from sklearn.metrics import mean_absolute_error
# %%
flats = pd.read_csv("moscow_flats.csv")
flats = flats[flats.price > 0]
flats["rooms"] = flats["rooms"].replace({"studio": 0}).astype(int)
# %%
# mean price by district seems to be a strong feature
district_price = flats.groupby("district")["price"].mean().to_dict()
flats["district_price"] = flats["district"].map(district_price)
flats["is_center"] = flats["metro_dist"].apply(lambda v: 1 if v < 5 else 0)
# %%
use = ["rooms", "area", "floor", "metro_dist", "district_price", "is_center"]
tr, va = train_test_split(flats[use + ["price"]], test_size=0.2, random_state=17)
# %%
reg = XGBRegressor(n_estimators=500, learning_rate=0.05, max_depth=6, subsample=0.8)
reg.fit(tr[use], tr["price"])
# %%
pred = reg.predict(va[use])
print("MAE:", mean_absolute_error(va["price"], pred))
print("MAPE:", np.mean(np.abs(pred - va["price"]) / va["price"]) * 100)
# %%
imp = pd.Series(reg.feature_importances_, index=use).sort_values()
imp.plot.barh()
